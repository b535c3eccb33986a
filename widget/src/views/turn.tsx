import type { Message } from "../channel";
import type { Chat } from "../chat";
import { groups, type Turn } from "../turns";
import { AfterAnswer } from "./after-answer";
import { Caveats } from "./caveats";
import { Choices } from "./choices";
import { DataTable } from "./data-table";
import { RedFlag } from "./red-flag";
import { Reviewed } from "./reviewed";
import { RichText } from "./rich-text";
import { Said } from "./said";
import { Sources } from "./sources";

interface Props {
  chat: Chat;
  turn: Turn;
  last: boolean;
  /** No more of the reply is to come. */
  complete: boolean;
}

/** What was said and the reply to it. */
export function TurnView({ chat, turn: { said, reply }, last, complete }: Props) {
  const { texts, conversation } = chat;
  const [first] = reply;
  const speaker = first?.from === "clinic" ? texts.staff : texts.assistant;
  const talking = conversation.state.phase === "talking";
  return (
    <div class="turn">
      {said && <Said chat={chat} text={said.text} />}
      {first && (
        // The assistant's texts are English whatever the interface's language is.
        <div class="reply" lang="en">
          <span class="unseen" lang={texts.locale}>
            {speaker}:
          </span>
          {groups(reply).map((group) => (
            <Group key={group[0]?.seq} chat={chat} messages={group} />
          ))}
        </div>
      )}
      {complete && talking && <AfterAnswer chat={chat} reply={reply} />}
      {complete && talking && last && <Choices chat={chat} buttons={reply.at(-1)?.buttons} />}
    </div>
  );
}

function Group({ chat, messages }: { chat: Chat; messages: readonly Message[] }) {
  const [message] = messages;
  if (!message) return null;
  if (message.part === "caveat") return <Caveats chat={chat} messages={messages} />;
  if (message.part === "red_flag") return <RedFlag chat={chat} message={message} />;
  if (message.part === "sources") return <Sources chat={chat} text={message.text} />;
  return (
    <div class="text">
      {message.table ? (
        <DataTable chat={chat} table={message.table} />
      ) : (
        <RichText chat={chat} text={message.text} />
      )}
      {message.reviewed && <Reviewed chat={chat} on={message.reviewed} />}
    </div>
  );
}
