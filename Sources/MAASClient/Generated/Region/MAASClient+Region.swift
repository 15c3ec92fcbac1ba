// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

extension MAASClient {
    /// Read version and capabilities (MAAS: `GET version/`).
    public func version() async throws -> Version {
        try await connection.decode(APICall("GET", "version/"))
    }

    /// Describe the API (MAAS: `GET describe/`).
    public func describe() async throws -> JSONValue {
        try await connection.decode(APICall("GET", "describe/"))
    }

    /// The OpenAPI document (MAAS: `GET openapi.yaml`).
    public func openAPIDocument() async throws -> String {
        try await connection.text(APICall("GET", "openapi.yaml"))
    }
}
