// Written by script/generate-client.py; change Description/operations.json instead.

/// Keys of operating systems that need one (MAAS: license-keys/).
public struct LicenseKeys: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension LicenseKeys {
    /// List license keys (MAAS: `GET license-keys/`).
    public func list() async throws -> [LicenseKey] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a license key (MAAS: `POST license-keys/`).
    /// - Parameters:
    ///   - osystem: operating system.
    ///   - distroSeries: release, or system/release.
    ///   - licenseKey: the key.
    @discardableResult
    public func create(osystem: String, distroSeries: String, licenseKey: String) async throws -> LicenseKey {
        var params = Params()
        params.set("osystem", osystem)
        params.set("distro_series", distroSeries)
        params.set("license_key", licenseKey)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Keys of operating systems that need one: `license-keys/`.
    public var licenseKeys: LicenseKeys { LicenseKeys(connection: connection, path: "license-keys/") }
}
