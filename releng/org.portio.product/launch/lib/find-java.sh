# shellcheck shell=sh
# SPDX-License-Identifier: EPL-2.0
# Sourced by mvnw and by the packaged portio: sets JAVA_HOME to a Java of version 25 or newer, or says what to install.
# Every Java has its version in the file "release", so no Java has to be started to learn it.

java_is_new_enough() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r key _ version _; do
        if [ "$key" = JAVA_VERSION ]; then
            version=${version%%[!0-9]*}
            [ "${version:-0}" -ge 25 ]
            return
        fi
    done <"$1/release"
    return 1
}

# Prints the home of the java on PATH, through its symbolic links.
java_on_path() {
    found=$(command -v java) && found=$(readlink -f "$found") && printf '%s\n' "${found%/bin/java}"
}

find_java() {
    java_is_new_enough "${JAVA_HOME:-}" && return 0
    for home in "$(java_on_path)" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if java_is_new_enough "$home"; then
            JAVA_HOME=$home
            return 0
        fi
    done
    echo "PortIO needs Java 25 or later, but found none in JAVA_HOME, on PATH or under /usr/lib/jvm." >&2
    echo "Install a JDK 25: Debian 13, Ubuntu: sudo apt-get install openjdk-25-jdk; Fedora: sudo dnf install java-25-openjdk-devel;" >&2
    echo "macOS: brew install openjdk; Debian 12 and others: Eclipse Temurin, https://adoptium.net/installation (temurin-25-jdk)." >&2
    echo "Or set JAVA_HOME to an existing one." >&2
    return 1
}
