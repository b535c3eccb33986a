const directLine = WebChat.createDirectLine({
  domain: `${location.origin}/bot/webchat`,
  token: 'none',
  webSocket: false,
  pollingInterval: 300,
});
WebChat.renderWebChat({ directLine }, document.getElementById('webchat'));
