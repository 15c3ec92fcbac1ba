/// Ubuntu's releases by number, as `distro_series` may name them since 3.6 (Debian's `distro-info-data`).
package enum UbuntuRelease {
    private static let codenames = [
        "14.04": "trusty", "16.04": "xenial", "18.04": "bionic", "20.04": "focal", "20.10": "groovy",
        "21.04": "hirsute", "21.10": "impish", "22.04": "jammy", "22.10": "kinetic", "23.04": "lunar",
        "23.10": "mantic", "24.04": "noble", "24.10": "oracular", "25.04": "plucky", "25.10": "questing",
    ]

    /// The release that `22.04` or `ubuntu/22.04` means; `nil` for text that holds no such number.
    package static func codename(ofVersion text: String) -> String? {
        let prefix = text.hasPrefix("ubuntu/") ? "ubuntu/" : ""
        return codenames[String(text.dropFirst(prefix.count))].map { prefix + $0 }
    }
}
