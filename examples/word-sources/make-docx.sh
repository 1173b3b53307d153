#!/bin/sh
# Makes the Word files in ../job-descriptions from the Markdown here, with real headings, lists and a table.
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1700000000  # the same bytes each time
for source in *.md; do
  pandoc --from markdown --to docx --output "../job-descriptions/${source%.md}.docx" "$source"
done
