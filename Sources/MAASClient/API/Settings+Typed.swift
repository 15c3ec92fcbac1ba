extension Settings {
    /// A setting that is a text, such as `maas_name`; `nil` where it is not set.
    public func text(_ name: String) async throws -> String? { try await get(name).string }
}
