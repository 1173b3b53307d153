#!/usr/bin/env bash
# parallel.sh NOTES.ndjson REPORT.ndjson [LINES]: one machine or several, with GNU parallel.
#
# The stream is cut into parts of so many lines. A part whose run was killed is run again; so is, when the whole is started
# again with the same $WORK folder, each that is not there yet. Add --sshlogin to parallel for more machines.
set -eu
notes=$1 report=$2
export lines=${3:-20000}
work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
split -l "$lines" -d -a 6 "$notes" "$work/part."

check_part() {
  number=$((10#${1##*.}))
  code=0
  peerscope lint -j 1 --config none --fail-on never --format ndjson --input-format ndjson --first-record $((number * lines + 1)) - \
    < "$1" > "$1.partial" || code=$?
  # 2 tells of records that cannot be read, which another try would not mend; above that the run did not come to its end.
  [ $code -le 2 ] && mv "$1.partial" "$1.report"
}
export -f check_part
find "$work" -name 'part.??????' | sort | parallel --retries 3 check_part
cat "$work"/part.??????.report > "$report"  # by number: in the order of the stream
[ -n "${WORK:-}" ] || rm -rf "$work"
