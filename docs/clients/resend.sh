#!/bin/sh
# resend.sh BOOTSTRAP FROM_TOPIC PARTITION OFFSET TO_TOPIC: sends one record again, such as a dead letter.
set -eu
value=$(mktemp)
trap 'rm -f "$value"' EXIT
read_one() { kcat -C -q -e -b "$1" -t "$2" -p "$3" -o "$4" -c 1 -f "$5"; }
key=$(read_one "$1" "$2" "$3" "$4" '%k')
read_one "$1" "$2" "$3" "$4" '%s' >"$value"
test -s "$value" # nothing is sent if there is no such record
kcat -P -b "$1" -t "$5" -X partitioner=murmur2_random -k "$key" "$value"
