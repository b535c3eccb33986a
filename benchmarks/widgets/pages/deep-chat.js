import '/modules/deep-chat/dist/deepChat.bundle.js';

document.querySelector('deep-chat').connect = { url: '/bot/deep-chat' };
