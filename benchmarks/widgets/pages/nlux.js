import { createAiChat } from '/modules/@nlux/core/esm/nlux-core.js';

const adapter = {
  batchText: async (text) => {
    const response = await fetch('/bot/nlux', { method: 'POST', body: JSON.stringify({ text }) });
    return (await response.json()).text;
  },
};
createAiChat().withAdapter(adapter).mount(document.getElementById('nlux'));
