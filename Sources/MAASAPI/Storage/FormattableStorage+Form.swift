import Formats
import MAASRegion

/// How a request says what is to be done with a file system (MAAS's `FormatBlockDeviceForm`, `FormatPartitionForm` and
/// `MountFilesystemForm`).
extension FormattableStorage {
    func format(_ parameters: Parameters) throws {
        var form = Form(parameters)
        let uuid = form.uuid4("uuid")
        let fstype = form.choice("fstype", of: Filesystem.formats, required: true)
        let label = form.text("label")
        if let problem = problem(isNamed: fstype.value != nil) { form.add(problem.field, problem.message) }
        try form.check()
        try format(fstype.or(""), label: label.or(""), uuid: uuid.value)
    }

    /// Swap has no place to be mounted at.
    func mount(_ parameters: Parameters) throws {
        var form = Form(parameters)
        guard let filesystem else {
            form.addToAll("Cannot mount an unformatted partition or block device.")
            return try form.check()
        }
        var mountPoint = "none"
        if filesystem.usesMountPoint { mountPoint = form.absolutePath("mount_point", required: true).or("") }
        let options = form.text("mount_options").or("")
        if filesystem.groupID != nil {
            form.addToAll("Filesystem is part of a filesystem group, and cannot be mounted.")
        }
        try form.check()
        try mount(filesystem, at: mountPoint, options: options)
    }
}
