#!/bin/sh
# Puts a data disk to use in a guest: a file system on it, a line in fstab, mounted, grown with the disk.
#
# usage: data_disk.sh look|do DEVICE FILESYSTEM PLACE OPTIONS FSTAB
#
# DEVICE may be a pattern. Every change is told in a line that begins with "changed:"; with "look" none is made.
# A disk that holds anything else is left alone.
set -eu
deed=$1 pattern=$2 kind=$3 place=$4 options=$5 table=$6
patience=30
spare=67108864 # Bytes that a file system may leave of its disk.

refuse() {
    echo "$*" >&2
    exit 1
}

# change WHAT COMMAND...: tell a change, and make it.
change() {
    echo "changed: $1"
    shift
    if [ "$deed" = "do" ]; then "$@" < /dev/null > /dev/null; fi
}

device() {
    for found in $pattern; do
        if [ -e "$found" ]; then
            echo "$found"
            return
        fi
    done
    return 1
}

signature() {
    blkid -p -s "$1" -o value "$disk" || [ $? -eq 2 ]
}

line() {
    awk -v place="$place" '$1 !~ /^#/ && $2 == place { $1 = $1; print; exit }' "$table"
}

write_line() {
    cp -p "$table" "$table.new"
    awk -v place="$place" -v line="$wanted" '$1 ~ /^#/ || $2 != place { print } END { print line }' \
        "$table" > "$table.new"
    mv "$table.new" "$table"
}

# grow SIZE COMMAND...: let the file system, which has this size in bytes, take up its disk.
grow() {
    size=$1
    shift
    if [ $(($(blockdev --getsize64 "$disk") - size)) -gt $spare ]; then
        change "the file system takes up the whole disk" "$@"
    fi
}

ext_size() {
    dumpe2fs -h "$disk" 2> /dev/null | awk -F : '
        /^Block count/ { count = $2 }
        /^Block size/ { size = $2 }
        END { printf "%.0f", count * size }'
}

xfs_size() {
    xfs_info "$place" | awk -F '[=, ]+' '
        $1 == "data" {
            for (at = 2; at < NF; at++) {
                if ($at == "bsize") size = $(at + 1)
                if ($at == "blocks") count = $(at + 1)
            }
        }
        END { printf "%.0f", count * size }'
}

until disk=$(device); do
    [ $patience -gt 0 ] || refuse "There is no $pattern. Give the disk the device as the guest calls it."
    patience=$((patience - 1))
    sleep 1
done

holds=$(signature TYPE)
if [ -z "$holds$(signature PTTYPE)" ]; then
    change "a file system, $kind, is made on $disk" "mkfs.$kind" "$disk"
elif [ "$holds" != "$kind" ]; then
    refuse "$disk holds ${holds:-partitions} and not $kind. It is left alone: empty it, or give another filesystem."
fi

uuid=$(signature UUID)
wanted="UUID=$uuid $place $kind $options 0 2"
if [ "$(line)" != "$wanted" ]; then
    change "fstab has it at $place" write_line
fi

if [ ! -d "$place" ]; then
    change "the directory $place is made" mkdir -p "$place"
fi

mounted=$(findmnt -n -o UUID -M "$place" || true)
if [ -z "$mounted" ]; then
    change "it is mounted at $place" mount "$place"
elif [ "$mounted" != "$uuid" ]; then
    refuse "Another file system is mounted at $place. It is left alone: unmount it, or give another mount."
fi

case "$kind$mounted" in
    ext[234]?*) grow "$(ext_size)" resize2fs "$disk" ;;
    xfs?*) grow "$(xfs_size)" xfs_growfs "$place" ;;
esac
