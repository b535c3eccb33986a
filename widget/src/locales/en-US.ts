import britain from "./en-GB";

export default {
  ...britain,
  locale: "en-US",
  idle: "Still there? This conversation stays open until {time}. On a shared device, delete it when you’re done.",
  soon: "Get this checked soon",
  sameDay: "Get seen today",
};
