"""Official plan documents: from a file as it was issued to a draft of plan.yaml."""
