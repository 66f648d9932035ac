import { renderSVG } from 'uqr';

/** A QR code that opens an address. Always dark on light with a margin, whatever the theme, because cameras need that. */
export function Qr({ url, label }: { readonly url: string; readonly label: string }) {
  const svg = renderSVG(url, { ecc: 'M', border: 2, whiteColor: '#ffffff', blackColor: '#08111d' });
  return (
    <div class="qr" role="img" aria-label={label}>
      <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
    </div>
  );
}
