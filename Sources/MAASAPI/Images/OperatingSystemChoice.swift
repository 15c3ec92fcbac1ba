import Formats
import MAASRegion

/// The operating system that a deployment was asked for, found among the region's images as MAAS's machine form finds
/// it.
struct OperatingSystemChoice {
    let osystem: String
    let series: String
    let kernel: String?
    /// `nil` where none was sent.
    let licenseKey: String?

    /// - Throws: `Refusal` for a release or a kernel that there is no image for.
    init(_ context: Context, _ node: Node, hardwareSync: Bool) throws {
        // MAAS looks at the fields of a form alone, and not into JSON.
        let sent = context.body.isJSON ? Parameters() : context.form
        let state = context.state
        let images = try UsableImages(state)
        var form = Form(sent)
        let wanted = sent["distro_series"] ?? ""
        let standard = try Configuration.value("default_distro_series", state)?.string ?? ""
        let system = try Self.system(named: wanted.isEmpty ? standard : wanted, images, &form, state.version)
        osystem = system?.name ?? node.osystem
        series = system?.release ?? ""
        licenseKey = form.licenseKey(for: system)
        let requested = form.text("hwe_kernel", maxLength: 31)
        let isLinux = OperatingSystem(rawValue: osystem).map { $0.isLinux || $0 == .custom } ?? false
        if hardwareSync, !isLinux {
            form.add("enable_hw_sync", "Hardware sync is only supported for Linux based image deploys.")
        }
        var kernel = requested.or("")
        if (node.hweKernel ?? "").isEmpty {
            do {
                kernel = try images.workingKernel(
                    state, requested: kernel, atLeast: node.minHWEKernel ?? "", architecture: node.architecture,
                    osystem: osystem,
                    series: series)
            } catch Refusal.invalidFields(let errors, _) {
                form.add(errors)
            }
        }
        try form.check()
        self.kernel = kernel.isEmpty ? nil : kernel
    }

    /// The system and the release that a name means; `nil`, with a message, where it means none.
    private static func system(
        named text: String, _ images: UsableImages, _ form: inout Form, _ version: MAASVersion
    ) throws -> (name: String, release: String)? {
        guard !text.isEmpty else { return nil }
        // Before 3.6 a name with a system in it is looked for in the list of choices alone.
        if version.has(.seriesByNumber) || !text.contains("/"), let found = try images.release(named: text) {
            return (found.system.name, found.release.name)
        }
        let choices = images.releaseChoices()
        guard choices.contains(text) else {
            form.add("distro_series", Form.listedChoiceMessage("distro_series", text, [""] + choices))
            return nil
        }
        let halves = text.replacing("*", with: "").split(separator: "/", maxSplits: 1).map(String.init)
        return (halves[0], halves.last ?? "")
    }
}

extension Form {
    /// The license key for a system that is deployed; `nil` where none was sent.
    fileprivate mutating func licenseKey(for system: (name: String, release: String)?) -> String? {
        guard isSent("license_key") else { return nil }
        let key = text("license_key", maxLength: 30).or("")
        // Systems that need no key have no way to check one.
        if !key.isEmpty, let system, system.name != OperatingSystem.windows.rawValue || !LicenseKey.isValid(key) {
            add("license_key", "Invalid license key.")
        }
        return key
    }

    /// Messages that were found elsewhere.
    fileprivate mutating func add(_ errors: FieldErrors) {
        for field in errors.fields { for message in field.messages { add(field.name, message) } }
    }
}
