import type { Chat } from "../chat";
import { Composer } from "./composer";
import { EraseQuestion } from "./erase-question";
import { Notices } from "./notices";

/** Below the conversation: what goes on, what went wrong, and the field for questions. */
export function Foot({ chat }: { chat: Chat }) {
  const { texts, conversation, frame } = chat;
  const { phase, typing, trouble } = conversation.state;
  const busy = (typing || phase === "fetching") && !trouble;
  return (
    <div class="foot">
      <p class="typing" role="status">
        {busy && (
          <>
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {texts.typing}
          </>
        )}
      </p>
      <Notices chat={chat} />
      {phase === "over" && (
        <button type="button" class="main" data-focus onClick={() => conversation.leave()}>
          {texts.again}
        </button>
      )}
      {phase === "talking" &&
        (frame.state.erasing ? <EraseQuestion chat={chat} /> : <Composer chat={chat} />)}
    </div>
  );
}
