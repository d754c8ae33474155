import './app.css';
import './desk-app';
