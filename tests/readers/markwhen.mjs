// Print a file as the parser of Markwhen reads it: its complaints, and each event as a line of JSON.
import { readFileSync } from "node:fs";
import { isEvent, iter, parse } from "@markwhen/parser";

const { events, header, parseMessages, documentMessages } = parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify({ header, complaints: [...parseMessages, ...documentMessages] }));
for (const { eventy } of iter(events)) {
  if (isEvent(eventy)) {
    const { id, tags, percent, completed, firstLine, dateRangeIso, supplemental } = eventy;
    console.log(
      JSON.stringify({
        id,
        tags,
        progress: [percent, completed].filter((said) => said !== undefined),
        title: firstLine.restTrimmed.trim(),
        first: dateRangeIso.fromDateTimeIso,
        after: dateRangeIso.toDateTimeIso,
        lines: supplemental.filter((block) => block.type === "listItem").map((block) => block.raw),
      }),
    );
  }
}
