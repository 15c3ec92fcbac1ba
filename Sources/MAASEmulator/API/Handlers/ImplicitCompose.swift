/// When no machine satisfies an allocation, MAAS composes one on a VM host that can; it goes with its release.
struct ImplicitCompose {
    let context: Context
    let constraints: NodeConstraints

    /// The new machine, free to be taken; `nil` when no VM host will do.
    func compose() throws -> Node? { nil }
}
