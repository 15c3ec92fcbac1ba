import Formats

/// How long the steps of a machine's life take, in seconds of region time.
package struct Timings {
    /// The defaults: everything is over in a few seconds, yet a client that polls sees each step.
    package static let defaults: [String: Double] = [
        "commissioning": 4, "testing": 2, "deploying": 6, "deploy_power": 1, "releasing": 0, "disk_erasing": 4,
        "entering_rescue_mode": 3, "exiting_rescue_mode": 3, "power": 0, "vm_host_discovery": 0,
        "image_import": 5,
    ]

    package static var names: some Collection<String> { defaults.keys }

    package let state: RegionState

    /// The duration called `name`, in milliseconds.
    package func milliseconds(_ name: String) throws -> Int {
        let seconds = try state.setting("timing.\(name)").flatMap({ Double($0) }) ?? Self.defaults[name] ?? 0
        return Int(saturating: seconds * 1000)
    }
}
