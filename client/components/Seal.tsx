const wax =
  'M1 0L0.831 0.223L0.866 0.5L0.608 0.608L0.5 0.866L0.223 0.831L0 1L-0.223 0.831L-0.5 0.866L-0.608 0.608L-0.866 0.5L-0.831 0.223L-1 0L-0.831 -0.223L-0.866 -0.5L-0.608 -0.608L-0.5 -0.866L-0.223 -0.831L0 -1L0.223 -0.831L0.5 -0.866L0.608 -0.608L0.866 -0.5L0.831 -0.223Z';

/** The wax seal with its tick, or the dashed circle of an unsealed state. Decorative: say the same in words beside it. */
export function Seal({ sealed, size = 22 }: { readonly sealed: boolean; readonly size?: number }) {
  return (
    <svg class="seal" width={size} height={size} viewBox="-1.16 -1.16 2.32 2.32" aria-hidden="true">
      {sealed ? (
        <>
          <path d={wax} fill="var(--light)" />
          <path
            d="M-.42 .02L-.1 .34L.46 -.32"
            fill="none"
            stroke="var(--on-light)"
            stroke-width=".2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </>
      ) : (
        <circle
          r=".82"
          fill="none"
          stroke="var(--line-strong)"
          stroke-width=".16"
          stroke-dasharray=".28 .235"
        />
      )}
    </svg>
  );
}
