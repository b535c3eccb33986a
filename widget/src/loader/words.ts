/** The words of the launcher, which is there before any locale is loaded. */
export interface Words {
  ask: string;
  topic: string;
  failed: string;
}

export const ENGLISH: Words = {
  ask: "Ask about ",
  topic: "hair loss",
  failed: "Please try again",
};

export const GERMAN: Words = {
  ask: "Fragen zu ",
  topic: "Haarausfall",
  failed: "Bitte noch einmal",
};
