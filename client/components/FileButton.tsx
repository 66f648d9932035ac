interface ButtonProps {
  readonly label: string;
  /** The accepted kinds of files, as an `accept` attribute. */
  readonly accept: string;
  readonly take: (file: File) => Promise<void>;
}

/** Chooses a file of this device; the same file can be chosen again. */
export function FileButton({ label, accept, take }: ButtonProps) {
  return (
    <label class="btn">
      {label}
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void take(file);
          input.value = '';
        }}
      />
    </label>
  );
}
