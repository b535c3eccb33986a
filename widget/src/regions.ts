import type { Region } from "./channel";

/** Emergency numbers, here since they must show when the server does not answer. A test holds them
 * to data/knowledge/contacts.yml. */
export const EMERGENCY: Readonly<Record<Region, string>> = { uk: "999", us: "911", eu: "112" };
