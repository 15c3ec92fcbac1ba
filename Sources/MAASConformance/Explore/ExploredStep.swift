/// One request of a sequence, and what it tries.
struct ExploredStep: Sendable {
    let operation: ExploredOperation
    /// What fills in the path, as the first endpoint has it.
    let variables: [String: String]
    let request: RecordedRequest
    /// What kinds of values it has, by parameter; `{id}` for the path's.
    let kinds: [String: ValueKind]
}
