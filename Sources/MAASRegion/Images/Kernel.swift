import Formats

/// A kernel's name, such as `ga-24.04`, `hwe-22.04-edge` or `raspi-ga-22.04-lowlatency`, and how such names are
/// ordered (`maasserver/utils/osystems.py`).
package struct Kernel {
    /// `ga`, `hwe` or `hwe-edge`; empty for what names a platform alone.
    let channel: String
    /// `24.04`, or the first letter of an old release.
    let release: String
    let platform: String
    let flavor: String

    /// - Throws: `Refusal` for what MAAS fails on: two channels, or none after a channel.
    package init(_ text: String) throws {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let channels = ["hwe", "ga"].filter(parts.contains)
        guard parts.count > 1, let first = channels.first, let start = parts.firstIndex(of: first) else {
            (channel, release, platform, flavor) = ("", "", text, "")
            return
        }
        guard channels.count == 1 else {
            throw Refusal.unexpected("Kernel \(text) has multiple channels specified!")
        }
        platform = parts[..<start].joined(separator: "-")
        parts = Array(parts[start...])
        var channel = first
        if channel == "hwe" {
            if parts.count > 1, parts[1] == "edge" {
                channel = "hwe-edge"
                parts.removeFirst()
            } else if parts.last == "edge" {
                channel = "hwe-edge"
                parts.removeLast()
            }
        }
        guard parts.count > 1 else {
            throw Refusal.unexpected("Kernel \(text) has no release specified", .valueError)
        }
        self.channel = channel
        release = parts[1]
        flavor = parts[2...].joined(separator: "-")
    }

    /// Whether a text names a kernel at all.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.contains("hwe") || parts.contains("ga")
    }

    /// Whether the name belongs to a kernel of Ubuntu and not to a platform alone.
    var isGeneral: Bool { channel.hasPrefix("hwe") || channel == "ga" }

    /// The place of a release, a version or a kernel in the order of all: year, month, and a weight among those of one
    /// release.
    /// - Throws: `Refusal` for a release that is none of Ubuntu's.
    package static func rank(_ text: String) throws -> [Int] {
        let isOnePart = !text.contains("-")
        var kernel = (channel: "ga", release: "", platform: "", flavor: "")
        var weight = 0
        if text == "rolling" {
            kernel.release = text
        } else if isOnePart {
            if UbuntuRelease.beginning(with: text) != nil {
                kernel.release = text
            } else {
                kernel.platform = text
                weight += Weight.newStyle
            }
        }
        if kernel.release.isEmpty, kernel.platform.isEmpty {
            let parsed = try Kernel(text)
            kernel = (parsed.channel, parsed.release, parsed.platform, parsed.flavor)
            switch parsed.channel {
            case "hwe": weight += parsed.release.count > 1 ? Weight.hwe : 0
            case "hwe-edge": weight += Weight.hweEdge
            case "" where !parsed.platform.isEmpty: weight += Weight.newStyle
            default: break
            }
        }
        if kernel.channel == "hwe", kernel.release.count == 1 {
            weight += Weight.oldStyleHWE
        } else if !isOnePart, !kernel.release.isEmpty {
            weight += Weight.newStyle
        }
        let version = try version(of: kernel.release, kernel.platform, isOnePart: isOnePart, text)
        if !kernel.flavor.isEmpty, kernel.flavor != "generic" { weight += Weight.flavor }
        if !kernel.platform.isEmpty, kernel.platform != "generic" { weight += Weight.platform }
        return version + [weight]
    }

    private static func version(of release: String, _ platform: String, isOnePart: Bool, _ text: String) throws -> [Int]
    {
        if release == "rolling" { return [999, 999] }
        if !release.isEmpty, let known = UbuntuRelease.beginning(with: release) { return known.numbers }
        let isOldPlatform = release.isEmpty && !platform.isEmpty && platform != "generic"
        guard isOldPlatform || isOnePart else {
            throw Refusal.unexpected("\(text) not found amongst the known Ubuntu releases!", .valueError)
        }
        return [0, 0]
    }

    /// Whether a kernel or release is as new as another one, or newer.
    package static func isNewer(_ a: String, than b: String) throws -> Bool {
        !(try rank(a).lexicographicallyPrecedes(try rank(b)))
    }

    /// Names in their order.
    static func sorted(_ names: Set<String>) throws -> [String] {
        try names.map { ($0, try rank($0)) }
            .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }

    private enum Weight {
        static let hweEdge = 10_000_000
        static let hwe = 1_000_000
        static let platform = 100_000
        static let newStyle = 10_000
        static let oldStyleHWE = 1_000
        static let flavor = 10
    }
}
