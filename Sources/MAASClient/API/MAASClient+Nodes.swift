extension MAASClient {
    /// The interfaces of any node: machine, device or controller.
    public func interfaces(of systemID: String) -> Interfaces { nodes.node(systemID).interfaces }

    /// The user whose key this is (MAAS: users/?op=whoami); the usual check of a key.
    public func whoami() async throws -> User { try await users.whoami() }
}
