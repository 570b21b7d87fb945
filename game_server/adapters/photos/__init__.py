"""Pictures from phones, made safe."""
