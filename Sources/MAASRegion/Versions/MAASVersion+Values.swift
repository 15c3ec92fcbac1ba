/// What has another value in each version, where a difference is more than there or not.
package struct VersionValues {
    /// As users write it.
    package let name: String
    /// What `version/` answers: the releases whose answers were recorded, or read in the source.
    package let release: String
    /// The release of Ubuntu that is commissioned and deployed unless another is asked for.
    package let standardRelease: String
    /// The zone of dates in mail's spelling; older versions did not know that they are UTC.
    package let mailZone: String
    /// Where notifications about what MAAS is giving up send their readers.
    package let site: String

    fileprivate init(_ name: String, _ release: String, _ standardRelease: String, _ mailZone: String, _ site: String) {
        self.mailZone = mailZone
        self.name = name
        self.release = release
        self.standardRelease = standardRelease
        self.site = site
    }
}

extension MAASVersion {
    /// One row for each version.
    package var values: VersionValues {
        switch self {
        case .v3_4: VersionValues("3.4", "3.4.10", "focal", "-0000", "https://maas.io")
        case .v3_5: VersionValues("3.5", "3.5.13", "jammy", "-0000", "https://maas.io")
        case .v3_6: VersionValues("3.6", "3.6.5", "noble", "+0000", "https://maas.io")
        case .v3_7: VersionValues("3.7", "3.7.3", "noble", "+0000", "https://maas.io")
        case .v3_8: VersionValues("3.8", "3.8.0", "noble", "+0000", "https://canonical.com/maas")
        case .v4_0: VersionValues("4.0", "4.0.0", "noble", "+0000", "https://canonical.com/maas")
        }
    }

    /// The full version that `version/` answers.
    public var release: String { values.release }

    /// The release of Ubuntu that is commissioned and deployed unless another is asked for.
    package var standardRelease: String { values.standardRelease }

    /// The zone of dates in mail's spelling.
    package var mailZone: String { values.mailZone }

    /// Where notifications about what MAAS is giving up send their readers.
    package var site: String { values.site }
}
