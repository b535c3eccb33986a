import type { Region } from "../channel";
import type { Chat } from "../chat";
import { filled } from "../locales/texts";
import { Notices } from "./notices";
import { Link } from "./rich-text";

const REGIONS: readonly Region[] = ["uk", "us", "eu"];

/** What is kept, where and for how long, before anything is kept. */
export function Consent({ chat }: { chat: Chat }) {
  const { texts, options, conversation, frame, close, host } = chat;
  const { about, beginning } = conversation.state;
  const { region } = frame.state;
  const privacy = options.privacyUrl ?? about?.privacy;
  const told = { host, clinic: about?.clinic ?? "", days: about?.retention_days ?? "" };
  const agree = (event: Event) => {
    event.preventDefault();
    conversation.begin(region, texts.locale);
  };
  return (
    <form class="consent" onSubmit={agree}>
      <div class="scroll">
        <Notices chat={chat} />
        <h3 tabIndex={-1} data-focus>
          {texts.before}
        </h3>
        <p>{texts.intro}</p>
        {about && (
          <dl>
            {(["what", "where", "long"] as const).map((name) => (
              <>
                <dt>{texts[name]}</dt>
                <dd>{filled(texts[`${name}Text`], told)}</dd>
              </>
            ))}
          </dl>
        )}
        {privacy && about && (
          <p>
            <Link title={texts.privacy} uri={privacy} chat={chat} />
          </p>
        )}
      </div>
      <div class="agreement">
        {!options.region && (
          <label class="region">
            {texts.region}
            <select
              value={region}
              onChange={({ currentTarget }) => frame.set({ region: currentTarget.value as Region })}
            >
              {REGIONS.map((one) => (
                <option value={one}>{texts[one]}</option>
              ))}
            </select>
          </label>
        )}
        <div class="buttons">
          <button type="submit" class="main" disabled={!about} aria-busy={beginning}>
            {texts.agree}
          </button>
          {!options.inline && (
            <button type="button" onClick={close}>
              {texts.decline}
            </button>
          )}
        </div>
      </div>
    </form>
  );
}
