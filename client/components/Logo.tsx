/** The logo: two paths that meet without crossing. Decorative; the name appears beside it. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 16C10 16 12 14.5 16 9.5S20 3 20 3" />
      <path d="M29 16C22 16 20 17.5 16 22.5S12 29 12 29" />
      <path d="M12 3C12 8 13 10.5 16 13.5" stroke-dasharray=".1 4.6" />
      <path d="M20 29C20 24 19 21.5 16 18.5" stroke-dasharray=".1 4.6" />
    </svg>
  );
}
