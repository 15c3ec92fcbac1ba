// Written by script/generate-client.py; change Description/operations.json instead.

/// What an agent is told of a service; between the parts of MAAS (MAAS:
/// agents/{system_id}/services/{service_name}/config/).
public struct AgentConfiguration: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension AgentConfiguration {
    /// Read a configuration (MAAS: `GET agents/{system_id}/services/{service_name}/config/`). Since MAAS 3.6.
    public func list() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path))
    }

    /// Ask for a configuration (MAAS: `POST agents/{system_id}/services/{service_name}/config/`). Since MAAS 3.6.
    @discardableResult
    public func create() async throws -> JSONValue {
        try await connection.decode(APICall("POST", path, form: Params(), mayRetry: false))
    }
}

extension MAASClient {
    /// What an agent is told of a service, a matter between the parts of MAAS.
    public func agentConfiguration(of systemID: String, service: String) -> AgentConfiguration {
        AgentConfiguration(
            connection: connection, path: "agents/\(systemID.percentEncoded)/services/\(service.percentEncoded)/config/"
        )
    }
}
