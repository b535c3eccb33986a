import type { Table } from "../channel";
import type { Chat } from "../chat";
import { inline } from "../markdown";
import { Inlines } from "./rich-text";

interface Props {
  chat: Chat;
  table: Table;
}

/** A comparison or a timeline. In a narrow window each row becomes a block of its own, and its roles
 * are written out, since a table that is no longer laid out as one would lose them. */
export function DataTable({ chat, table: { columns, rows } }: Props) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: not redundant once it is laid out in blocks
    <table role="table" class={columns.length > 2 ? "comparison" : "timeline"}>
      <thead>
        <tr role="row">
          {columns.map((column) =>
            column ? (
              <th role="columnheader" scope="col" dir="auto">
                {column}
              </th>
            ) : (
              <td role="cell" />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr role="row">
            <th role="rowheader" scope="row" dir="auto">
              <Inlines chat={chat} parts={inline(name)} />
            </th>
            {cells.map((cell, index) => (
              <td role="cell" dir="auto" data-column={columns[index + 1]}>
                <Inlines chat={chat} parts={inline(cell)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}
