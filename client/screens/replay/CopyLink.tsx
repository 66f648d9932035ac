import { CopyText } from '../../components/CopyText.tsx';
import { isThisComputer, joinBase, useFreshAddress } from '../../components/useJoinAddress.ts';
import { pageAt } from '../../net/ownAddress.ts';
import { standIn } from '../../net/standIn.ts';
import { words } from '../../text/language.ts';

/** Copies the address of what is shown; of a record on the server, the address by which other devices reach it. */
export function CopyLink({ isOnServer }: { readonly isOnServer: boolean }) {
  const { link } = words.value.replay;
  const isLocal = isOnServer && standIn() === null && isThisComputer(location.href);
  const address = (): string =>
    isLocal ? `${joinBase.peek()}${pageAt(location).path}${location.hash}` : location.href;
  return (
    <>
      {isLocal && <FreshAddress />}
      <CopyText label={link.copy} copied={link.copied} byHand={link.byHand} text={address} />
    </>
  );
}

function FreshAddress() {
  useFreshAddress();
  return null;
}
