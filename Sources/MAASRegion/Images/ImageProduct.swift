import Formats
import SQLite

/// What an image stream offers: one release of an operating system, or one boot loader, on one architecture.
package struct ImageProduct: Sendable {
    package let os: String
    /// `noble`; of a boot loader its type, such as `uefi`.
    package let release: String
    /// `24.04`; `nil` for boot loaders.
    let version: String?
    let title: String?
    package let arch: String
    /// `stable`
    package let label: String
    /// The kernels that it comes with; empty for what is no Ubuntu.
    let kernels: [String]
    let isBootloader: Bool

    /// One of a stream that the inventory describes.
    package init(
        os: String, release: String, version: String?, title: String?, arch: String, label: String, kernels: [String]
    ) {
        self.init(
            os: os, release: release, version: version, title: title, arch: arch, label: label, kernels: kernels,
            isBootloader: false)
    }

    private init(
        os: String, release: String, version: String?, title: String?, arch: String, label: String, kernels: [String],
        isBootloader: Bool
    ) {
        self.os = os
        self.release = release
        self.version = version
        self.title = title
        self.arch = arch
        self.label = label
        self.kernels = kernels
        self.isBootloader = isBootloader
    }

    /// What the stream at an address offers: what the inventory says, else what the public one does at its address.
    /// Streams that nobody has described cannot be reached and offer nothing.
    static func offered(_ db: Connection, at url: String) throws -> [ImageProduct] {
        let address = normal(url)
        let described = try db.query("SELECT * FROM image_products WHERE url = ? ORDER BY id", address) { row in
            ImageProduct(
                os: try row["os"], release: try row["release"], version: try row["version"], title: try row["title"],
                arch: try row["arch"], label: try row["label"],
                kernels: try row.strings("kernels"))
        }
        guard described.isEmpty else { return described + bootloaders(described[0].label) }
        let parts = address.split(separator: "/").map(String.init)
        guard parts.suffix(3).dropLast() == ["images.maas.io", "ephemeral-v3"], let label = parts.last,
            ["stable", "candidate"].contains(label)
        else { return [] }
        return ubuntu(label) + centOS(label) + bootloaders(label)
    }

    /// Stores what the stream at an address offers, in place of what it would offer otherwise.
    package func store(_ db: Connection, at url: String) throws {
        try db.insert(
            into: "image_products",
            [
                "url": Self.normal(url), "os": os, "release": release, "version": version, "title": title,
                "arch": arch, "label": label, "kernels": JSONValue.array(kernels.map { .string($0) }).text,
            ])
    }

    /// An address without its last slashes, or what it ends in to name an index.
    private static func normal(_ url: String) -> String {
        var text = url.hasSuffix(".json") || url.hasSuffix(".sjson") ? String(url.prefix(upTo: slash(in: url))) : url
        while text.hasSuffix("/") { text.removeLast() }
        return text.hasSuffix("/streams/v1") ? String(text.dropLast("/streams/v1".count)) : text
    }

    private static func slash(in url: String) -> String.Index { url.lastIndex(of: "/") ?? url.startIndex }

    /// The architectures of Ubuntu's images, and the first release that each has an image of where that is not the
    /// oldest.
    private static let ubuntuArches = ["amd64", "arm64", "armhf", "ppc64el", "s390x"]

    private static let ubuntuSeries = [
        "xenial", "bionic", "focal", "jammy", "noble", "oracular", "plucky", "questing",
    ]

    private static func ubuntu(_ label: String) -> [ImageProduct] {
        UbuntuRelease.all.filter { ubuntuSeries.contains($0.series) }.flatMap { release in
            ubuntuArches.map { arch in
                ImageProduct(
                    os: "ubuntu", release: release.series, version: release.version,
                    title: "\(release.version)\(release.isLTS ? " LTS" : "")", arch: arch, label: label,
                    kernels: kernels(of: release, arch))
            }
        }
    }

    /// The kernels of a release: that which it came with, for long supported ones those of later releases, and for
    /// PCs each with low latency too.
    private static func kernels(of release: UbuntuRelease, _ arch: String) -> [String] {
        let version = release.version
        let lowLatency = arch == "amd64" ? ["ga-\(version)-lowlatency"] : []
        guard release.isLTS else { return ["ga-\(version)"] + lowLatency }
        return ["ga-\(version)", "hwe-\(version)", "hwe-\(version)-edge"] + lowLatency
            + (arch == "amd64" ? ["hwe-\(version)-lowlatency", "hwe-\(version)-lowlatency-edge"] : [])
    }

    private static func centOS(_ label: String) -> [ImageProduct] {
        [("centos70", "7.0", "7"), ("8", "8", "8")].map { release, version, title in
            ImageProduct(
                os: "centos", release: release, version: version, title: title, arch: "amd64", label: label,
                kernels: [])
        }
    }

    private static func bootloaders(_ label: String) -> [ImageProduct] {
        [
            ("grub-efi-signed", "uefi", "amd64"), ("grub-efi", "uefi", "arm64"),
            ("grub-ieee1275", "open-firmware", "ppc64el"), ("pxelinux", "pxe", "i386"),
        ].map { os, type, arch in
            ImageProduct(
                os: os, release: type, version: nil, title: nil, arch: arch, label: label, kernels: [],
                isBootloader: true)
        }
    }

    /// The subarchitectures that images of the product are for.
    package var subarches: Set<String> {
        kernels.isEmpty ? ["generic"] : Set(kernels.flatMap(Self.levels) + kernels)
    }

    /// The kernels that one can stand in for: those of releases before its own, all by their old names.
    package static func levels(of kernel: String) -> [String] {
        let parts = kernel.split(separator: "-").map(String.init)
        guard parts.count > 1 else { return ["generic"] }
        let version = parts[1]
        let earlier = UbuntuRelease.all.filter { $0.version.count == 5 && "16.04"...version ~= $0.version }
            .map { "ga-\($0.version)" }
        let old = "pqrstuvw".map { "hwe-\($0)" }
        let hwe = parts[0] == "hwe" ? ["hwe-\(version)"] : []
        let own = earlier.contains(kernel) || hwe.contains(kernel) ? [] : [kernel]
        return ["generic"] + old + earlier + hwe + own
    }
}
