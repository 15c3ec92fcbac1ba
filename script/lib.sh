# Shared by the scripts here; sourced, not run. Leaves the working directory at the top of the repository.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*" >&2; }

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}
