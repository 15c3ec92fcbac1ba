import Formats
import MAASRegion

/// The operating system of a machine, outside of deployments. A machine that somebody has, and that is not deployed, has
/// its choice among the region's images; of all others MAAS keeps whatever it is told.
struct MachineSystem {
    package private(set) var osystem: String
    package private(set) var series: String
    /// `nil` where MAAS keeps the one there is.
    package private(set) var kernel: String?
    package private(set) var licenseKey: String

    /// Reads and checks what was sent; what was not is filled in from the machine and checked like it.
    init(
        _ form: inout Form, _ state: RegionState, _ node: Node?, minHWEKernel: String, architecture: String
    ) throws {
        let images = try UsableImages(state)
        let isChosen = node.map { $0.ownerID != nil && ![.deployed, .deploying].contains($0.status) } ?? false
        let (old, oldSeries) = (node?.osystem ?? "", node?.distroSeries ?? "")
        var system: String?
        var release: String?
        if isChosen {
            let standing = old.isEmpty ? "" : "\(old)/\(oldSeries)\(images.marksKey(old, oldSeries) ? "*" : "")"
            system = form.offered("osystem", else: old, images.systemNames)
            release = form.offered("distro_series", else: standing, images.releaseChoices())
        } else {
            system = form.kept("osystem", else: old)
            release = form.kept("distro_series", else: oldSeries)
        }
        if let text = release?.replacing("*", with: "") {
            let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            release = halves.last ?? ""
            if halves.count > 1, let system, !system.isEmpty, system != halves[0] {
                form.add(
                    "distro_series",
                    "\(halves[1]) in distro_series does not match with operating system \(halves[0])")
                release = nil
            } else if halves.count > 1 {
                system = halves[0]
            }
        }
        licenseKey = try form.licenseKey(system, else: node?.licenseKey(state.db) ?? "")
        osystem = system.flatMap { $0.isEmpty ? nil : $0 } ?? old
        series = release ?? ""
        let sent = form.text("hwe_kernel", maxLength: 31)
        guard (node?.hweKernel ?? "").isEmpty else {
            kernel = sent.value
            return
        }
        do {
            kernel = try images.workingKernel(
                state, requested: sent.or(""), atLeast: minHWEKernel, architecture: architecture, osystem: osystem,
                series: series)
        } catch Refusal.invalidFields(let errors, _) {
            for field in errors.fields { for message in field.messages { form.add(field.name, message) } }
        }
        if kernel == "" { kernel = nil }
    }
}

extension Form {
    /// One of what there is, or nothing; `nil` with a message for anything else, be it what is kept already.
    fileprivate mutating func offered(_ name: String, else old: String, _ choices: [String]) -> String? {
        let text = parameters[name] ?? old
        guard text.isEmpty || choices.contains(text) else {
            add(name, Self.listedChoiceMessage(name, text, [""] + choices))
            return nil
        }
        return text
    }

    /// Any text that the column holds.
    fileprivate mutating func kept(_ name: String, else old: String) -> String? {
        guard isSent(name) else { return old }
        let field = text(name, maxLength: 255)
        return errors.contains(name) ? nil : field.or("")
    }

    /// A key is checked against the system that it is for; without a system there is none.
    fileprivate mutating func licenseKey(_ system: String?, else old: String) -> String {
        let key = isSent("license_key") ? text("license_key", maxLength: 30).or("") : old
        if key.isEmpty || errors.contains("license_key") || system == "" { return "" }
        if system != OperatingSystem.windows.rawValue || !LicenseKey.isValid(key) {
            add("license_key", "Invalid license key.")
        }
        return key
    }
}

extension UsableImages {
    /// Whether a release is listed with the mark of those that need a license key.
    fileprivate func marksKey(_ osystem: String, _ series: String) -> Bool {
        system(osystem)?.releases.first { $0.name == series }?.requiresLicenseKey ?? false
    }
}
