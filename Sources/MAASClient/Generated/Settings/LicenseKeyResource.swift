// Written by script/generate-client.py; change Description/operations.json instead.

/// One license key, by operating system and release (MAAS: license-key/{osystem}/{distro_series}).
public struct LicenseKeyResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension LicenseKeyResource {
    /// Read a license key (MAAS: `GET license-key/{osystem}/{distro_series}`).
    public func get() async throws -> LicenseKey {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a license key (MAAS: `PUT license-key/{osystem}/{distro_series}`).
    /// - Parameter licenseKey: the key.
    @discardableResult
    public func update(licenseKey: String? = nil) async throws -> LicenseKey {
        var params = Params()
        params.set("license_key", licenseKey)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a license key (MAAS: `DELETE license-key/{osystem}/{distro_series}`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension LicenseKeys {
    /// The key of a release; nothing is asked of MAAS yet.
    public func licenseKey(osystem: String, distroSeries: String) -> LicenseKeyResource {
        LicenseKeyResource(
            connection: connection, path: "\(path.dropLast(2))/\(osystem.percentEncoded)/\(distroSeries.percentEncoded)"
        )
    }
}
