// Written by script/generate-client.py; change Description/objects.json instead.

/// The key of an operating system's release.
public struct LicenseKey: MAASObject {
    /// The operating system.
    public var osystem: String
    /// The release.
    public var distroSeries: String
    /// The key. Secret.
    public var licenseKey: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(osystem: String, distroSeries: String, licenseKey: String, others: [String: JSONValue] = [:]) {
        self.osystem = osystem
        self.distroSeries = distroSeries
        self.licenseKey = licenseKey
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        osystem = try reader.value("osystem")
        distroSeries = try reader.value("distro_series")
        licenseKey = try reader.value("license_key")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("osystem", osystem)
        try writer.write("distro_series", distroSeries)
        try writer.write("license_key", licenseKey)
    }
}
