const PATHS = {
  close: "M6 6l12 12M18 6L6 18",
  enlarge: "M14 5h5v5M10 19H5v-5",
  more: "M5 7h14M5 12h14M5 17h14",
  send: "M12 19V5M6 11l6-6 6 6",
  warning: "M12 4l9 16H3zM12 10v4M12 17h0",
  note: "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 11v5M12 8h0",
  phone: "M5 4h4l2 5-2 2a9 9 0 0 0 4 4l2-2 5 2v4C12 19 5 12 5 4",
  sources: "M6 4h8l4 4v12H6zM9 12h6M9 16h6",
  up: "M4 11v9h3v-9l5-7 1 5h6l-2 11H7",
  down: "M4 13V4h3v9l5 7 1-5h6L17 4H7",
  copy: "M9 9h10v11H9zM5 15V4h10",
} as const;

/** A drawing beside words that say the same, or within a button that has a name. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
