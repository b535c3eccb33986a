import { createChat } from '/modules/@n8n/chat/dist/chat.bundle.es.js';

createChat({ webhookUrl: '/bot/n8n', loadPreviousSession: false });
