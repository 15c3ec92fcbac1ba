import Foundation

/// The operating systems that MAAS knows by itself, in the order of its registry (`maascommon/osystem`).
package enum OperatingSystem: String, CaseIterable, Sendable {
    case ubuntu
    case ubuntuCore = "ubuntu-core"
    case bootloader, centos, rhel, custom, windows, suse, esxi, ol

    /// What people call it.
    package var title: String {
        switch self {
        case .ubuntu: "Ubuntu"
        case .ubuntuCore: "Ubuntu Core"
        case .bootloader: "Bootloader"
        case .centos: "CentOS"
        case .rhel: "Redhat Enterprise Linux"
        case .custom: "Custom"
        case .windows: "Windows"
        case .suse: "SUSE"
        case .esxi: "VMware ESXi"
        case .ol: "Oracle Linux"
        }
    }

    /// Those that custom images can be built on, and that synchronise their hardware.
    package var isLinux: Bool { [.ubuntu, .centos, .rhel, .ol].contains(self) }

    /// Whether the system has a release of this name, on a day such as `2026-11-26`.
    package func hasRelease(_ release: String, on day: String) -> Bool {
        switch self {
        case .ubuntu: UbuntuRelease.known(release, on: day) != nil
        case .suse: release.lowercased().wholeMatch(of: Self.suseRelease) != nil
        default: true
        }
    }

    /// Whether a release can only be deployed with a license key.
    package func requiresLicenseKey(_ release: String) -> Bool {
        self == .windows && Self.windowsWithKeys.contains(release)
    }

    /// What people call a release on a day.
    package func releaseTitle(_ release: String, on day: String) -> String {
        switch self {
        case .ubuntu: UbuntuRelease.known(release, on: day)?.title ?? release
        case .centos: centOSTitle(release)
        case .rhel: numberedTitle(release, /^rhel(?:([0-9])([0-9])?)?(?:[-.]?(.+))?$/.ignoresCase())
        case .ol: numberedTitle(release, /^ol(\d+)?(?:\.(\d+))?(?:-(.+))?$/.ignoresCase())
        case .windows: Self.windowsTitles[release].map { "Windows \"\($0)\"" } ?? release
        case .suse: suseTitle(release)
        case .esxi: esxiTitle(release)
        case .ubuntuCore, .bootloader, .custom: release
        }
    }

    private typealias Numbered = Regex<(Substring, Substring?, Substring?, Substring?)>

    private func numberedTitle(_ release: String, _ pattern: Numbered) -> String {
        guard let match = release.firstMatch(of: pattern) else { return "\(title) \(release)" }
        let (_, major, minor, rest) = match.output
        var text = title
        if let major { text += minor.map { " \(major).\($0)" } ?? " \(major)" }
        if let rest { text += " \(rest)" }
        return text
    }

    /// The streams' CentOS is always the latest of its major version, whatever its name says.
    private func centOSTitle(_ release: String) -> String {
        let pattern: Numbered = /^centos(?:([0-9])([0-9])?)?(?:[-.]?(.+))?$/.ignoresCase()
        guard let match = release.firstMatch(of: pattern) else { return "\(title) \(release)" }
        let (_, major, minor, rest) = match.output
        var text = title
        if let major {
            let isLatest = minor == nil || minor == "0" || (major == "6" && minor == "6")
            text += isLatest ? " \(major)" : " \(major).\(minor ?? "")"
        }
        if let rest { text += " \(rest)" }
        return text
    }

    private static var suseRelease: Regex<(Substring, Substring, Substring?, Substring?, Substring?)> {
        /(sles|opensuse|tumbleweed)(\d+)?(?:\.(\d+))?(?:-(.+))?/
    }

    private func suseTitle(_ release: String) -> String {
        guard let match = release.wholeMatch(of: Self.suseRelease) else { return "\(title) \(release)" }
        let (_, product, major, minor, rest) = match.output
        let products = [
            "sles": "SUSE Linux Enterprise Server", "opensuse": "OpenSUSE", "tumbleweed": "OpenSUSE Tumbleweed",
        ]
        var text = products[String(product)] ?? title
        if let major { text += " \(major)" }
        if let minor { text += product == "sles" ? " SP\(minor)" : ".\(minor)" }
        if let rest { text += " \(rest)" }
        return text
    }

    private func esxiTitle(_ release: String) -> String {
        let pattern = /^(?:([0-9])(?:\.([0-9]))?(?:\.([0-9]))?)?(?:[-.]?(.+)?)$/
        guard let match = release.firstMatch(of: pattern) else { return title }
        let (_, major, minor, micro, rest) = match.output
        var text = title
        if let major { text += " \(major)" }
        if let minor { text += ".\(minor)" }
        if let micro { text += ".\(micro)" }
        if let rest { text += " \(rest)" }
        return text
    }

    private static let windowsTitles = [
        "win2008r2": "Server 2008 R2", "win2008hvr2": "Hyper-V Server 2008 R2", "win2012": "Server 2012",
        "win2012r2": "Server 2012 R2", "win2012hv": "Hyper-V Server 2012", "win2012hvr2": "Hyper-V Server 2012 R2",
        "win2016": "Server 2016", "win2016hv": "Hyper-V Server 2016", "win2016nano": "Nano Server 2016",
        "win2016-core": "Server 2016 Core", "win2016dc": "Server 2016 Datacenter",
        "win2016dc-core": "Server 2016 Datacenter Core", "win2019": "Server 2019", "win2019-core": "Server 2019 Core",
        "win2019dc": "Server 2019 Datacenter", "win2019dc-core": "Server 2019 Datecenter Core",
        "win10ent": "10 Enterprise",
    ]

    private static let windowsWithKeys = Set(windowsTitles.keys).subtracting([
        "win2008hvr2", "win2012hv", "win2012hvr2", "win2016hv",
    ])
}
