/** The script that a clinic embeds: puts the chat on the page and draws its launcher. */

import { ThatchChat, tag } from "./element";

const NAME = "thatch-chat";

function start(): void {
  if (!document.querySelector(NAME)) {
    const chat = document.createElement(NAME);
    Object.assign(chat.dataset, tag.dataset);
    document.body.append(chat);
  }
  customElements.define(NAME, ThatchChat);
  document.addEventListener("click", askWhatIsClicked);
}

/** Any element of the page with `data-thatch-ask` opens the chat with that question. */
function askWhatIsClicked(event: Event): void {
  const asking = (event.target as Element).closest<HTMLElement>("[data-thatch-ask]");
  if (!asking) return;
  event.preventDefault();
  document.querySelector<ThatchChat>(NAME)?.ask(asking.dataset.thatchAsk ?? "");
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
