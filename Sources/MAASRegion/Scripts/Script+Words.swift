import SQLite

/// A word that stands for none of the things it should.
package struct UnknownWord: Error {
    package let message: String
}

extension Script {
    /// When scripts of a kind run. The numbers are those of kinds of runs.
    package enum Kind: Int, CaseIterable, Sendable, SQLReadable {
        case commissioning = 0
        case testing = 2
        case release = 3
        case deployment = 4

        package var label: String {
            switch self {
            case .commissioning: "Commissioning script"
            case .testing: "Testing script"
            case .release: "Release script"
            case .deployment: "Deployment script"
            }
        }

        /// The kinds that a version knows: scripts run at release since 3.5, at deployment since 3.8.
        package static func known(_ version: MAASVersion) -> [Kind] {
            allCases.filter { kind in
                switch kind {
                case .commissioning, .testing: true
                case .release: version.has(.releaseScripts)
                case .deployment: version.has(.deploymentScripts)
                }
            }
        }

        /// The kind that a word or a number stands for (`translate_script_type`).
        package init(_ text: String, in version: MAASVersion) throws(UnknownWord) {
            if text.isDigits {
                guard let kind = Int(text).flatMap(Kind.init(rawValue:)), Self.known(version).contains(kind) else {
                    throw UnknownWord(message: "Invalid script type numeric value.")
                }
                self = kind
                return
            }
            switch text {
            case "test", "testing": self = .testing
            case "commission", "commissioning": self = .commissioning
            case "release" where version.has(.releaseScripts): self = .release
            case "deployment" where version.has(.deploymentScripts): self = .deployment
            default: throw UnknownWord(message: Self.message(version))
            }
        }

        private static func message(_ version: MAASVersion) -> String {
            if version.has(.deploymentScripts) {
                "Script type must be commissioning, testing, release or deployment"
            } else if version.has(.releaseScripts) {
                "Script type must be commissioning, testing or release"
            } else {
                "Script type must be testing or commissioning"
            }
        }
    }

    /// The hardware that a script is about.
    package enum HardwareType: Int, CaseIterable, Sendable, SQLReadable {
        case node = 0
        case cpu = 1
        case memory = 2
        case storage = 3
        case network = 4
        case gpu = 5

        package var label: String {
            switch self {
            case .node: "Node"
            case .cpu: "CPU"
            case .memory: "Memory"
            case .storage: "Storage"
            case .network: "Network"
            case .gpu: "GPU"
            }
        }

        /// The tag that scripts about it have.
        package var tag: String { label.lowercased() }

        /// The type that a word or a number stands for (`translate_hardware_type`).
        package init(_ text: String) throws(UnknownWord) {
            if text.isDigits {
                guard let type = Int(text).flatMap(HardwareType.init(rawValue:)) else {
                    throw UnknownWord(message: "Invalid hardware type numeric value.")
                }
                self = type
                return
            }
            switch text.lowercased() {
            case "node", "machine", "controller", "other", "generic": self = .node
            case "cpu", "processor": self = .cpu
            case "memory", "ram": self = .memory
            case "storage", "disk", "ssd": self = .storage
            case "network", "net", "interface": self = .network
            case "gpu", "graphics": self = .gpu
            default: throw UnknownWord(message: "Hardware type must be node, cpu, memory, storage, or gpu")
            }
        }
    }
}

extension Script.Parallel {
    /// The way that a word or a number stands for (`translate_script_parallel`).
    package init(_ text: String) throws(UnknownWord) {
        if text.isDigits {
            guard let way = Int(text).flatMap(Script.Parallel.init(rawValue:)) else {
                throw UnknownWord(message: "Invalid script parallel numeric value.")
            }
            self = way
            return
        }
        switch text {
        case "disabled", "none": self = .disabled
        case "instance", "name": self = .instance
        case "any", "enabled": self = .any
        default: throw UnknownWord(message: "Script parallel must be disabled, instance, or any.")
        }
    }
}
