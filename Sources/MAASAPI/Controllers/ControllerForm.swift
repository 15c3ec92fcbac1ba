import MAASRegion

/// Changing and deleting controllers.
enum ControllerForm {
    static func updating(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try ControllersHandlers.find(context, role)
            var form = Form(context.form)
            let description = form.text("description").orKeep(node.description) ?? ""
            let zone = try form.reference("zone") { try Zone.find(context.db, name: $0) }
            let domain = try form.reference("domain") { try Domain.find(context.db, name: $0) }
            let power = try PowerConfiguration.read(
                context.version, &form, type: node.powerType, node.powerParameters(context.db))
            try form.check()
            if form.parameters["power_type"]?.strippedOfBlanks == "" {
                try PowerConfiguration.remove(context.state, from: node)
            }
            try power?.apply(context.state, to: node)
            var changes = Node.Changes()
            changes.description = description
            changes.zoneID = zone.value?.id
            changes.domainID = domain.value?.id
            try node.apply(changes, context.state)
            let changed = try ControllersHandlers.find(context, role)
            return try Reply.json { try ControllerWriter(context.state, role, [changed]).write(changed, into: &$0) }
        }
    }

    static func deleting(_ role: ControllerWriter.Role) -> Operation.Handle {
        { context in
            let node = try ControllersHandlers.find(context, role)
            try context.require(.editMachines)
            let isForced = try Form(context.query).strictFlag("force", default: false)
            try node.deleteController(context.state, force: isForced)
            return .deleted
        }
    }
}
