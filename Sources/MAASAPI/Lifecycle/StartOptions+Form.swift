import Formats
import MAASRegion

extension StartOptions {
    /// Reads what `power_on` is told, and `deploy` through it; switches must be words for on and off.
    init(_ parameters: Parameters) throws {
        self.init()
        let form = Form(parameters)
        // Decoding base64 passes over what is no letter of it; the database takes everything but NUL.
        userData = parameters["user_data"]?.replacing("\0", with: "")
        comment = parameters["comment"]
        installsKVM = try form.strictFlag("install_kvm", default: false)
        registersVMHost = try form.strictFlag("register_vmhost", default: false)
        bridges = try BridgeOptions(parameters, forwardDelay: 15)
    }
}

extension BridgeOptions {
    /// - Parameter forwardDelay: The seconds that are meant when none are sent.
    init(_ parameters: Parameters, forwardDelay: Int) throws {
        self.init(forwardDelay: forwardDelay)
        if let type = parameters["bridge_type"] {
            guard ["standard", "ovs"].contains(type) else {
                // MAAS answers with the unfilled template of its message here.
                throw Refusal.field(
                    "bridge_type", Form.listedChoiceMessage("bridge_type", "%(value)s", ["standard", "ovs"]))
            }
            self.type = type
        }
        stp = try Form(parameters).strictFlag("bridge_stp", default: false)
        if let delay = parameters["bridge_fd"] {
            guard let seconds = Form.integer(delay) else {
                throw Refusal.invalid("Invalid bridge_fd: Please enter an integer value")
            }
            self.forwardDelay = seconds
        }
    }
}
