"use strict";

const CALLS = "/webhooks/web";
const log = document.querySelector("#messages");
const status = document.querySelector("#status");
const consent = document.querySelector("#consent");
const ask = document.querySelector("#ask");
let token;

async function call(method, path, body) {
  const response = await fetch(CALLS + path, {
    method,
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

// Texts hold *bold* and [links](https://...), and nothing of them is ever taken for HTML.
function nodesOf(text) {
  return text.split(/(\*[^*\n]+\*|\[[^\]]+\]\((?:https:|tel:|mailto:)[^)\s]+\))/).map((piece) => {
    const link = piece.match(/^\[([^\]]+)\]\(([^)]+)\)$/);
    if (link) return Object.assign(document.createElement("a"), { href: link[2], textContent: link[1], rel: "noopener noreferrer" });
    if (/^\*.+\*$/s.test(piece)) return Object.assign(document.createElement("strong"), { textContent: piece.slice(1, -1) });
    return document.createTextNode(piece);
  });
}

function show(message) {
  const item = document.createElement("li");
  item.className = message.from === "visitor" ? "visitor" : message.part;
  item.append(...nodesOf(message.text));
  if (message.buttons) {
    const choices = Object.assign(document.createElement("div"), { className: "choices" });
    for (const { choice, title } of message.buttons) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: title });
      button.addEventListener("click", () => say({ choice }, title));
      choices.append(button);
    }
    item.append(choices);
  }
  log.append(item);
  item.scrollIntoView({ block: "nearest" });
}

async function attempt(action) {
  try {
    status.textContent = "";
    await action();
  } catch (error) {
    status.textContent = `Sorry, that did not work: ${error.message}`;
  }
}

function say(message, shown) {
  return attempt(async () => {
    show({ from: "visitor", text: shown });
    status.textContent = "Looking that up…";
    const reply = await call("POST", "/messages", { id: crypto.randomUUID(), ...message });
    status.textContent = "";
    reply.messages.forEach(show);
  });
}

consent.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const region = new FormData(consent).get("region");
    const session = await call("POST", "/sessions", { region, locale: navigator.language, consent: true });
    token = session.token;
    consent.hidden = true;
    ask.hidden = false;
    session.messages.forEach(show);
    ask.elements.text.focus();
  });
});

ask.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = ask.elements.text.value;
  ask.elements.text.value = "";
  say({ text }, text);
});

document.querySelector("#erase").addEventListener("click", () =>
  attempt(async () => {
    await call("DELETE", "/session");
    token = undefined;
    log.replaceChildren();
    ask.hidden = true;
    consent.hidden = false;
    status.textContent = "The conversation has been deleted.";
  }),
);
