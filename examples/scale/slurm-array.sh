#!/usr/bin/env bash
# slurm-array.sh NOTES.ndjson REPORT.ndjson [LINES]: a Slurm job array, a task for each part, and a job that joins them.
#
# NOTES, REPORT and $WORK must stand in a folder that all nodes see. --requeue starts a task again whose node was lost; a run
# that was killed gives an exit code above 2, and the task tries it three times.
set -eu
notes=$(realpath "$1") report=$(realpath "$2") lines=${3:-20000}
work=${WORK:-$(dirname "$report")/parts}
mkdir -p "$work"
split -l "$lines" -d -a 6 "$notes" "$work/part."
last=$(($(find "$work" -name 'part.??????' | wc -l) - 1))

cat > "$work/task" <<TASK
#!/usr/bin/env bash
part=\$(printf '%s/part.%06d' "$work" "\$SLURM_ARRAY_TASK_ID")
for try in 1 2 3; do
  code=0
  peerscope lint -j 1 --config none --fail-on never --format ndjson --input-format ndjson --first-record \$((SLURM_ARRAY_TASK_ID * $lines + 1)) - \
    < "\$part" > "\$part.partial" || code=\$?
  [ \$code -gt 2 ] || exec mv "\$part.partial" "\$part.report"
done
exit 1
TASK
array=$(sbatch --parsable --requeue --array="0-$last" --output="$work/log.%a" "$work/task")
sbatch --wait --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$work/log.join" \
  --wrap="cat $work/part.??????.report > $report"
