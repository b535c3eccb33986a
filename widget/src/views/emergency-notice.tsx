import type { Chat } from "../chat";
import { EMERGENCY } from "../regions";
import { Icon } from "./icon";

/** Whom to call in an emergency: to be seen in every state, before consent and without a server. */
export function EmergencyNotice({ chat: { texts, frame } }: { chat: Chat }) {
  const number = EMERGENCY[frame.state.region];
  const [before, after] = texts.emergency.split("{number}");
  return (
    <p class="emergency-notice">
      <Icon name="phone" />
      <span>
        {before}
        <a href={`tel:${number}`}>{number}</a>
        {after}
      </span>
    </p>
  );
}
