import Foundation

extension OIDCProviders {
    /// List providers (MAAS: `GET oidc-providers/`); MAAS answers a text where there are none.
    public func list() async throws -> [OIDCProvider] {
        let answer = try await answer()
        guard case .array = answer else { return [] }
        do {
            return try JSONDecoder().decode([OIDCProvider].self, from: JSONEncoder().encode(answer))
        } catch {
            throw MAASError.unexpectedAnswer(operation: "GET oidc-providers/", reason: "\(error)")
        }
    }
}
