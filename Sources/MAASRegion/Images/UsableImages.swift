import Formats
import SQLite

/// The region's images as they are chosen from: operating systems with their releases, architectures and kernels.
///
/// It is a look at the images as they are now; take another one after a change.
package struct UsableImages {
    /// A release that there is an image of.
    package struct Release {
        package let name: String
        package let title: String
        let alias: String?
        package let canCommission: Bool
        package let requiresLicenseKey: Bool
    }

    /// An operating system that there are images of.
    package struct System {
        package let name: String
        package let title: String
        /// In the order of their images.
        package internal(set) var releases: [Release] = []
    }

    /// An image with the newest of its sets that is complete.
    struct Image {
        let resource: BootResource
        let newest: BootResourceSet?

        /// Whether machines can be commissioned and deployed with it.
        var isWhole: Bool { newest.map { $0.isCommissionable && $0.isInstallable } ?? false }
    }

    /// In the order of their images; made where somebody asks for them.
    package var systems: [System] { chosen ?? Self.systems(of: images, day) }
    /// Some of the systems, where only these count.
    private let chosen: [System]?
    private let day: String
    /// Those that are no boot loaders, too.
    let images: [Image]

    /// - Throws: `DatabaseError`.
    package init(_ state: RegionState) throws {
        day = UbuntuRelease.day(try state.now)
        images = try Self.images(state.db)
        chosen = nil
    }

    private static func systems(of images: [Image], _ day: String) -> [System] {
        var systems: [System] = []
        for resource in images.map(\.resource) where resource.bootloaderType == nil {
            let (name, release) = resource.system
            let known = OperatingSystem(rawValue: name)
            let position = systems.firstIndex { $0.name == name } ?? systems.endIndex
            if position == systems.endIndex { systems.append(System(name: name, title: known?.title ?? name)) }
            guard !systems[position].releases.contains(where: { $0.name == release }) else { continue }
            let title =
                resource.type == .uploaded
                ? resource.title ?? release : known?.releaseTitle(release, on: day) ?? resource.name
            systems[position].releases.append(
                Release(
                    name: release, title: title,
                    alias: resource.alias.map { $0.contains("/") ? String($0.split(separator: "/").last ?? "") : $0 },
                    canCommission: known == .ubuntu
                        && (UbuntuRelease.known(release, on: day)?.canCommission(on: day) ?? false),
                    requiresLicenseKey: known?.requiresLicenseKey(release) ?? false))
        }
        return systems
    }

    private static func images(_ db: Connection) throws -> [Image] {
        let resources = try BootResource.inOrder(db)
        let sets = try BootResourceSet.all(db)
        return resources.map { resource in
            Image(
                resource: resource,
                newest: sets[resource.id]?.first { !$0.files.isEmpty && $0.isComplete })
        }
    }

    /// The operating system of a name; `nil` where there is no image of it.
    package func system(_ name: String) -> System? { systems.first { $0.name == name } }

    /// The names of the operating systems, in order.
    package var systemNames: [String] { systems.map(\.name).sorted() }

    /// Every release as `ubuntu/noble`, in the order of the titles; `windows/win2019*` where a license key is needed
    /// and that is to be seen.
    package func releaseChoices(marksKeys: Bool = true) -> [String] {
        systems.sorted { $0.title < $1.title }.flatMap { system in
            system.releases.sorted { $0.title < $1.title }.map { release in
                "\(system.name)/\(release.name)\(marksKeys && release.requiresLicenseKey ? "*" : "")"
            }
        }
    }

    /// The systems and releases alone that cannot be deployed without a license key.
    package var withLicenseKeys: UsableImages {
        let kept = systems.compactMap { system in
            let releases = system.releases.filter(\.requiresLicenseKey)
            return releases.isEmpty ? nil : System(name: system.name, title: system.title, releases: releases)
        }
        return UsableImages(kept, of: self)
    }

    private init(_ systems: [System], of all: UsableImages) {
        chosen = systems
        day = all.day
        images = all.images
    }

    /// The release that a name stands for: with or without its system, by its name or its other name, as a system's
    /// newest, or by the beginning of its name where that is no Ubuntu.
    /// - Throws: `Refusal` for a name with two slashes, as MAAS fails on it.
    package func release(named text: String) throws -> (system: System, release: Release)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { throw Refusal.tooManyParts }
        let name = parts.last ?? text
        var possible: [(system: System, release: Release)] = []
        for system in systems where parts.count == 1 || parts[0].isEmpty || parts[0] == system.name {
            for release in system.releases {
                if release.name == name || release.alias == name { return (system, release) }
                if system.name == name
                    || (system.name != OperatingSystem.ubuntu.rawValue && release.name.hasPrefix(name))
                {
                    possible.append((system, release))
                }
            }
        }
        // Of equal names the one that was found first.
        return possible.enumerated().sorted {
            ($1.element.release.name, $0.offset) < ($0.element.release.name, $1.offset)
        }.first?.element
    }

    /// Architectures that machines may have, such as `amd64/generic`. Kernels do not count as subarchitectures.
    package static func architectures(_ db: Connection) throws -> [String] {
        var found: Set<String> = []
        func isKernel(_ text: String) -> Bool { text.contains("hwe-") || text.contains("ga-") }
        for image in try images(db) where image.isWhole {
            let resource = image.resource
            if !isKernel(resource.architecture) { found.insert(resource.architecture) }
            let primary = resource.primaryArchitecture
            for sub in resource.subarches ?? [] where !isKernel(sub) {
                found.insert("\(primary)/\(sub.trimmingPrefix(while: \.isWhitespace))")
            }
            for platform in (resource.platform.map { [$0] } ?? []) + (resource.supportedPlatforms ?? []) {
                found.insert("\(primary)/\(platform)")
            }
        }
        return found.sorted()
    }

    /// What can be chosen as an architecture: without images MAAS offers nothing but an empty word.
    package static func architectureChoices(_ db: Connection) throws -> [String] {
        let found = try architectures(db)
        return found.isEmpty ? [""] : found
    }

    /// The image that machines of an architecture can run of a release.
    func image(of osystem: String, _ series: String, architecture: String) -> BootResource? {
        BootResource.chosen(from: images.lazy.map(\.resource), osystem, series, architecture: architecture)
    }
}

extension Refusal {
    /// MAAS expected one slash at most.
    package static let tooManyParts = Refusal.unexpected("too many values to unpack (expected 2)", .valueError)
}
